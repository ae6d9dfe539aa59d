using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Organizations;

/// <summary>What the caller's organization is called: for modules whose mails name it.</summary>
[AuthenticatedOnly("Tells nothing but the name of one's own organization; the request that asks says who may.", ForApiKeys = true)]
[NoValidator("Takes nothing.")]
public sealed record GetOrganizationName : IQuery<string>;
