using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends all sessions of the caller's account, in all of its organizations, but the current one.</summary>
[AuthenticatedOnly("Users end only their own sessions.")]
[NotAudited("Each ended session is audited by itself.")]
[NoValidator("It has no parameters.")]
public sealed record EndMyOtherSessions : ICommand<Unit>;
