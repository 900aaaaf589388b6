// What Embind brings along for every module and this one never asks for: strings of wide characters.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring: function () {},
});
