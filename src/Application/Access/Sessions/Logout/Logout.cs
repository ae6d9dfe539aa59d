using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends the caller's session; does nothing when it has ended already.</summary>
[AuthenticatedOnly("Every user may sign out.")]
[AllowedBeforeMfaEnrollment]
[Audited("sign_out")]
[ManagesTransaction("Runs as the system, which may end a session that has expired.")]
[NoValidator("It has no parameters.")]
public sealed record Logout : ICommand<Unit>;
