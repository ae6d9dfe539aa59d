using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends the caller's session; nothing happens when it has ended already.</summary>
[AuthenticatedOnly("Everybody may sign out.")]
[AllowedBeforeMfaEnrollment]
[Audited("sign_out")]
[ManagesTransaction("It runs as the program, which may end a session that has expired.")]
[NoValidator("It has no parameters.")]
public sealed record Logout : ICommand<Unit>;
