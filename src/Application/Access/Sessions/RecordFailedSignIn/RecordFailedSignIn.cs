using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Writes down that signing in as a user has failed. A command of its own, because what was refused leaves nothing; without an actor, because nobody knows
/// who it was. For an address that nobody has, it is written under no organization, so that it takes as long.
/// </summary>
/// <param name="UserId">Whom; the id of nobody where there is no such user.</param>
[AuthenticatedOnly("Sent by the use case that has refused somebody, in the user's organization.")]
[Audited(Action)]
[NoValidator("Sent by other use cases, with values that are checked already.")]
[InsertsOnly]
public sealed record RecordFailedSignIn(UserId UserId) : ICommand<Unit>
{
    /// <summary>The action in the audit log.</summary>
    public const string Action = "sign_in_failed";
}
