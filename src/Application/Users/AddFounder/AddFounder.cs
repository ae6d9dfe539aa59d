using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

/// <summary>Adds the caller as the first administrator of their organization.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The name.</param>
[AuthenticatedOnly("Sent by the registration, as the founder.")]
[NotAudited("Part of the registration, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record AddFounder(EmailAddress Email, string Name) : ICommand<Unit>;
