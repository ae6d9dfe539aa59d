namespace CleanApi.Application.Access;

/// <summary>A first external sign-in that asks which organization to join.</summary>
/// <param name="Value">The token, which proves the identity.</param>
/// <param name="Lifetime">How long it is valid.</param>
public sealed record ExternalRegistrationToken(string Value, TimeSpan Lifetime)
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(ExternalRegistrationToken);
}
