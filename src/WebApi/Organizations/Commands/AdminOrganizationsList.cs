using System.Globalization;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Organizations;
using CleanApi.WebApi.CommandLine;
using MediatR;

namespace CleanApi.WebApi.Organizations;

/// <summary>Lists all organizations, oldest first: one line each.</summary>
internal sealed class AdminOrganizationsList : OperatorCommand
{
    /// <inheritdoc />
    public override string Words => "admin organizations list";

    /// <inheritdoc />
    public override string Arguments => "[--json]";

    /// <inheritdoc />
    public override string Summary => "Lists all organizations, oldest first: id, plan, when it was founded, name.";

    /// <inheritdoc />
    protected override string? Refuse(OperatorArguments arguments) => arguments.Words is [var more, ..] ? $"{more} is not expected." : null;

    /// <inheritdoc />
    protected override async Task<bool> SendAsync(ISender sender, OperatorArguments arguments, Func<object, string, Task> tellAsync, CancellationToken cancellationToken)
    {
        var query = new ListOrganizations { Limit = PageLimits.MaxLimit, OrderDir = PageLimits.Ascending, Total = false };
        Page<OrganizationResponse> page;
        do
        {
            page = await sender.Send(query, cancellationToken);
            foreach (var one in page.Items)
            {
                await tellAsync(OrganizationResource.Of(one), string.Create(CultureInfo.InvariantCulture, $"{one.Id} {one.Plan.ToString().ToUpperInvariant()} {one.CreatedAt:yyyy-MM-dd'T'HH:mm:ss'Z'} {one.Name}"));
            }

            query = query with { Cursor = page.NextCursor };
        }
        while (page.NextCursor is not null);
        return true;
    }
}
