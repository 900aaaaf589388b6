% Runs the programs of a folder, one after the other, and prints those that failed.
folder = argv(){end};
files = glob(fullfile(folder, '*.m'));
for n = 1:numel(files)
  try
    evalin('base', fileread(files{n}));
  catch failure
    [~, name] = fileparts(files{n});
    printf('%s.m\t%s\n', name, strrep(failure.message, "\n", ' '));
  end
end
