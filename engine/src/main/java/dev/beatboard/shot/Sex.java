package dev.beatboard.shot;

/// The two body families of the cast; said by words such as man, woman, boy, girl, he, she.
public enum Sex {
    FEMALE,
    MALE
}
