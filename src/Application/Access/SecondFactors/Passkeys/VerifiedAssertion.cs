using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A valid assertion of a passkey.</summary>
/// <param name="Passkey">The passkey and what its authenticator said.</param>
/// <param name="Challenged">The account that the challenge was for: that of an MFA challenge; null where it was for any.</param>
internal sealed record VerifiedAssertion(AssertedPasskey Passkey, AccountId? Challenged);
