namespace CleanApi.Application.Access;

/// <summary>An issued access token.</summary>
/// <param name="Value">The token.</param>
/// <param name="Lifetime">How long it is valid.</param>
public sealed record AccessToken(string Value, TimeSpan Lifetime)
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(AccessToken);
}
