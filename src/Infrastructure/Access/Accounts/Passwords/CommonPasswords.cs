using System.Collections.Frozen;
using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>The list <c>common-passwords.txt</c>, which is part of the program: nobody outside is asked, and nothing of a password leaves.</summary>
internal sealed class CommonPasswords : ICommonPasswords
{
    private const string Resource = "common-passwords.txt";

    private readonly FrozenSet<string> passwords = Read().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many there are.</summary>
    public int Count => passwords.Count;

    /// <inheritdoc />
    public bool Contains(string password) => passwords.Contains(password);

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The list {Resource} is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            // The first lines say what the list is.
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
