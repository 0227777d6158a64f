/** The columns of the list that can be hidden. */
export const COLUMNS = ['kind', 'registry', 'where', 'age'];

/** All choices of shown columns as the address has them, the default first. */
export const COLUMN_CHOICES = COLUMNS.reduce((choices, each) => choices.flatMap(choice => [[...choice, each], choice]), [[]]).map(each => each.join() || 'none');

export const isColumnShown = (columns, column) => columns.split(',').includes(column);

/** The choice after a column is shown or hidden. */
export const withColumnToggled = (columns, column) => COLUMNS.filter(each => isColumnShown(columns, each) !== (each === column)).join() || 'none';
