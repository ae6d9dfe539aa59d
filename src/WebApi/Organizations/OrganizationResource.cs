using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Organizations;

/// <summary>An organization.</summary>
/// <param name="Id">The organization's id.</param>
/// <param name="Type">Always <c>organization</c>.</param>
/// <param name="Attributes">What is told of it.</param>
public sealed record OrganizationResource(OrganizationId Id, string Type, OrganizationAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "organization";

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
