using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A sign-in whose first factor was right and which waits for the second.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserId">As which user.</param>
/// <param name="OrganizationId">In which organization.</param>
/// <param name="SessionId">The session that is created in the end.</param>
/// <param name="Proof">What was proved so far.</param>
public sealed record PendingSignIn(AccountId AccountId, UserId UserId, OrganizationId OrganizationId, SessionId SessionId, SignInProof Proof);
