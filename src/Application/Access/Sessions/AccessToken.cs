namespace CleanApi.Application.Access;

/// <summary>An access token as its client gets it.</summary>
/// <param name="Value">The token.</param>
/// <param name="Lifetime">How long it lasts from now.</param>
public sealed record AccessToken(string Value, TimeSpan Lifetime)
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(AccessToken);
}
