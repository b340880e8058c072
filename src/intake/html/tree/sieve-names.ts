// Which elements and attributes of a page say something about its text.

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export const DROPPED_ELEMENTS = named(
  'style template canvas object applet dialog input select textarea datalist option optgroup',
);
export const EMPTY_ELEMENTS = named(
  'area base br col embed hr img input link meta param source track wbr',
);
/** Elements that hold blocks: between two of these a page can be cut. */
export const CONTAINERS = named(
  'html body main article section div center table tbody thead tfoot ul ol dl form',
);

export const KEPT_ATTRIBUTES =
  /^(?:id|class|href|src|srcset|alt|title|lang|dir|rel|role|itemprop|itemscope|itemtype|datetime|pubdate|colspan|rowspan|align|start|type|name|content|cite|encoding|display|poster|hidden|style|open|value|width|height|data-(?:src|srcset|lazy-src|lazy-srcset|original|original-src|hi-res-src|orig-file|lang|language|line|url|tex|title)|aria-(?:hidden|label)|epub:type|mathvariant|linethickness|fence|notation|accent)$/;
