/// The library of people, clothes, hair, props and skies: installing it by the ordinary package clients, converting it
/// once
/// into a compact pack named by its digest, reading it, and the credits it asks for.
@NullMarked
package dev.beatboard.asset;

import org.jspecify.annotations.NullMarked;
