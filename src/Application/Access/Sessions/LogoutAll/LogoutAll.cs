using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends all sessions of the caller, the present one included.</summary>
[AuthenticatedOnly("Everybody may sign out.")]
[AllowedBeforeMfaEnrollment]
[NotAudited("Each session that it ends has an entry of its own.")]
[NoValidator("It has no parameters.")]
public sealed record LogoutAll : ICommand<Unit>;
