-- How long new digests of an image are held back, in place of its tag and the setting. image: the reference without tag and digest. hold: a time such as 7d, times by kind such as minor:2d,major:14d, or none.
CREATE TABLE image_holds (
  image TEXT NOT NULL PRIMARY KEY,
  hold  TEXT NOT NULL
);
