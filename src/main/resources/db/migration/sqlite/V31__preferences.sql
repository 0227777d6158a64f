-- How users want the page to look. owner: name of the user. content: a JSON object.
CREATE TABLE preferences (
  owner   TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);
