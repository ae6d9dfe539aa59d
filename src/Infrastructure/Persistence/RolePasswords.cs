namespace CleanApi.Infrastructure.Persistence;

/// <summary>What the program's roles log in with.</summary>
/// <param name="Application">The role that serves requests; null where the owner's connections switch to it.</param>
/// <param name="Worker">The role that works for all organizations; null where the owner's connections switch to it.</param>
internal sealed record RolePasswords(string? Application, string? Worker)
{
    /// <summary>Neither has one.</summary>
    public static readonly RolePasswords None = new(null, null);

    /// <summary>Without the passwords.</summary>
    public override string ToString() => nameof(RolePasswords);
}
