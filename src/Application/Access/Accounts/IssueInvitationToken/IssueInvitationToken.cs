using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Makes the token of an invitation's link. Whether the invitation still stands is the sender's to know: the token only says which one it is.</summary>
/// <param name="Email">Who is invited.</param>
/// <param name="Reference">Which invitation; the sender's own words, answered when the token is brought.</param>
/// <param name="Lifetime">How long it says so.</param>
[AuthenticatedOnly("Sent by the module that invites; that request says who may.", ForApiKeys = true)]
[NotAudited("Part of the invitation, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record IssueInvitationToken(EmailAddress Email, string Reference, TimeSpan Lifetime) : ICommand<string>;
