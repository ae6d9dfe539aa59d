using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Organizations;

/// <summary>The caller's organization.</summary>
[RequiresPermission(Permissions.OrganizationRead)]
[NoValidator("It has no parameters.")]
public sealed record GetOrganization : IQuery<OrganizationResponse>;
