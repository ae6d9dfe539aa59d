using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends all sessions of the caller's account, in all of its organizations, including the current one.</summary>
[AuthenticatedOnly("Every user may sign out.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("Each ended session is audited by itself.")]
[NoValidator("It has no parameters.")]
[NotReplayed("Sessions that were opened since the first time have to end too.")]
public sealed record LogoutAll : ICommand<Unit>;
