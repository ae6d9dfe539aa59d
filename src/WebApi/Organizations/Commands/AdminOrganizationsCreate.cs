using CleanApi.Application.Common.Json;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.CommandLine;
using MediatR;

namespace CleanApi.WebApi.Organizations;

/// <summary>Creates an organization, and tells its id.</summary>
internal sealed class AdminOrganizationsCreate : OperatorCommand
{
    private const string Plan = "--plan";

    /// <inheritdoc />
    public override string Words => "admin organizations create";

    /// <inheritdoc />
    public override string Arguments => "NAME [--plan FREE|PRO|ENTERPRISE] [--json]";

    /// <inheritdoc />
    public override string Summary => "Creates an organization without people, and tells its id.";

    /// <inheritdoc />
    public override IReadOnlyList<string> Options => [Plan];

    /// <inheritdoc />
    protected override string? Refuse(OperatorArguments arguments) => arguments switch
    {
        { Words: [] } => "Which name?",
        { Words: [_, var more, ..] } => $"{more} is not expected.",
        _ => arguments.Value(Plan) is { } plan && PlanOf(plan) is null ? $"{plan} is no plan." : null,
    };

    /// <inheritdoc />
    protected override async Task<bool> SendAsync(ISender sender, OperatorArguments arguments, Func<object, string, Task> tellAsync, CancellationToken cancellationToken)
    {
        var command = new CreateOrganization(arguments.Words[0], PlanOf(arguments.Value(Plan)) ?? OrganizationPlan.Free);
        var organization = await sender.Send(command, cancellationToken);
        await tellAsync(OrganizationResource.Of(organization), organization.Id.ToString());
        return true;
    }

    private static OrganizationPlan? PlanOf(string? text) => text is null ? null : (OrganizationPlan?)EnumNames.Of(typeof(OrganizationPlan)).Find(text);
}
