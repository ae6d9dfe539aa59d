using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Organizations;

/// <summary>Founds the caller's organization, which does not exist yet: the caller names it.</summary>
/// <param name="Name">The name.</param>
[AuthenticatedOnly("Sent by the registration, as the founder.")]
[NotAudited("Part of the registration, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record FoundOrganization(string Name) : ICommand<Unit>;
