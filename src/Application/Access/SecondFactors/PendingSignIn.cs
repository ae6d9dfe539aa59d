using System.Text.Json.Serialization;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A sign-in whose first factor was right, and which waits for the second.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserId">As which user.</param>
/// <param name="OrganizationId">In which organization.</param>
/// <param name="SessionId">The session that is opened in the end.</param>
/// <param name="Proof">What was proved so far.</param>
public sealed record PendingSignIn(AccountId AccountId, UserId UserId, OrganizationId OrganizationId, SessionId SessionId, SignInProof Proof)
{
    /// <summary>Who signs in. The least role, until Users has told the real one.</summary>
    [JsonIgnore]
    public Caller Caller => new(UserId, OrganizationId, UserRole.Viewer);

    /// <summary>The request that goes on, once the second factor was proved.</summary>
    /// <param name="token">The token of the question, which is used up.</param>
    public OpenSession Complete(string token) => new(AccountId, Proof with { IsMultiFactor = true }, token);
}
