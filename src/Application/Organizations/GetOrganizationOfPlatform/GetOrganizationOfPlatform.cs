using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>Any organization, for the operator of the platform.</summary>
/// <param name="Id">The organization.</param>
[PlatformOnly]
[NoValidator("The id is parsed by its type.")]
public sealed record GetOrganizationOfPlatform(OrganizationId Id) : IQuery<OrganizationResponse>;
