using CleanApi.Application.Access;

namespace CleanApi.WebApi.IntegrationTests.Rights;

/// <summary>A kind of caller, with a credential of its own for each request where a person sends it.</summary>
/// <param name="Name">What the matrix calls it.</param>
/// <param name="Role">The role of the person, or of the owner of the key; null for nobody.</param>
/// <param name="Scopes">The scopes of the key; null where a person is signed in.</param>
internal sealed record CallerKind(string Name, string? Role, IReadOnlyList<string>? Scopes = null)
{
    /// <summary>Nobody.</summary>
    public static readonly CallerKind Anonymous = new("anonymous", null);

    /// <summary>A session of an administrator whose organization requires a second factor, which they have not set up.</summary>
    public static readonly CallerKind WithoutFactor = new("second factor missing", "ADMIN") { RequiresFactor = true };

    /// <summary>A session of an administrator who last proved who they are more than ten minutes ago.</summary>
    public static readonly CallerKind OldProof = new("old proof", "ADMIN") { HasOldProof = true };

    /// <summary>A test key of an administrator, with every scope.</summary>
    public static readonly CallerKind TestKey = new("test key", "ADMIN", ApiKeyScopes.All) { Mode = "test" };

    /// <summary>A key of an administrator, with every scope.</summary>
    public static readonly CallerKind FullKey = new("key", "ADMIN", ApiKeyScopes.All);

    /// <summary>Those with a column of their own.</summary>
    public static IReadOnlyList<CallerKind> Columns { get; } =
        [Anonymous, new("viewer", "VIEWER"), new("member", "MEMBER"), new("admin", "ADMIN"), WithoutFactor, OldProof, TestKey, FullKey];

    /// <summary>Keys of administrators, each with one scope.</summary>
    public static IReadOnlyList<CallerKind> SingleScopes { get; } = [.. ApiKeyScopes.All.Select(scope => new CallerKind(scope, "ADMIN", [scope]))];

    /// <summary>Whether the organization requires a factor that the person has not set up.</summary>
    public bool RequiresFactor { get; private init; }

    /// <summary>Whether the last proof is older than ten minutes.</summary>
    public bool HasOldProof { get; private init; }

    /// <summary>Live or test, of a key.</summary>
    public string Mode { get; private init; } = "live";
}
