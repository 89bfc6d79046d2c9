//! Many short lists in one row of memory, where a vector each would lie anywhere.

/// For each number from 0 a list.
#[derive(Debug)]
pub struct Lists<T> {
    // Where each list ends; it begins where the one before does.
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Lists<T> {
    /// So many lists of the items that are told with the number of their list; they keep their order.
    pub fn new(n_lists: usize, mut told: Vec<(usize, T)>) -> Lists<T> {
        told.sort_by_key(|(list, _)| *list);
        let end = |list| told.partition_point(|(other, _)| *other <= list);
        let ends = (0..n_lists).map(|list| u32::try_from(end(list)).unwrap_or(u32::MAX)).collect();
        Lists { ends, items: told.into_iter().map(|(_, item)| item).collect() }
    }

    /// A list; an empty one where there is none.
    pub fn of(&self, list: usize) -> &[T] {
        let start =
            list.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(list).map_or(start, |end| *end as usize);
        self.items.get(start..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn each_item_is_in_its_list_in_order() {
        let lists = Lists::new(4, vec![(2, 'a'), (0, 'b'), (2, 'c')]);
        assert_eq!([0, 1, 2, 3, 9].map(|list| lists.of(list).len()), [1, 0, 2, 0, 0]);
        assert_eq!(lists.of(2), ['a', 'c']);
    }
}
