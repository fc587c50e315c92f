import { api } from '../api/client.ts';
import { Library } from './library.ts';
import { PeoplePictures } from './pictures.ts';

/** The one library of the page. */
export const library = new Library(api);

/** The pictures of everybody in it. */
export const pictures = new PeoplePictures(api);
