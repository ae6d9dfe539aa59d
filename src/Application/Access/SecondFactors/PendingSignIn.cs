using System.Text.Json.Serialization;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A sign-in whose first factor was verified and whose second factor is pending.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserId">The user who signs in.</param>
/// <param name="OrganizationId">The user's organization.</param>
/// <param name="SessionId">The id that the session will have.</param>
/// <param name="Proof">The verified first factor.</param>
public sealed record PendingSignIn(AccountId AccountId, UserId UserId, OrganizationId OrganizationId, SessionId SessionId, SignInProof Proof)
{
    /// <summary>How many codes can still be tried.</summary>
    [JsonIgnore]
    public int AttemptsLeft { get; init; }
}
