using System.Collections.Frozen;
using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>The embedded list <c>common-passwords.txt</c>: no external service learns anything about a password.</summary>
internal sealed class CommonPasswords : ICommonPasswords
{
    private const string Resource = "common-passwords.txt";

    private readonly FrozenSet<string> passwords = Read().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of passwords in the list.</summary>
    public int Count => passwords.Count;

    /// <inheritdoc />
    public bool Contains(string password) => passwords.Contains(password);

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            // Comment lines at the top describe the list.
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
