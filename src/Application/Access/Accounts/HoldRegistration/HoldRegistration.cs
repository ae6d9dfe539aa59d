using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Stores a registration until its address is proved, and mails the link. To a known address goes a mail that says so instead.</summary>
/// <param name="Registration">What was asked for.</param>
[AllowAnonymous("Sent by the registration; whoever registers is nobody yet.")]
[NotAudited("There is no organization to write it under; what comes of it is audited there.")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record HoldRegistration(PendingRegistration Registration) : ICommand<Unit>;
