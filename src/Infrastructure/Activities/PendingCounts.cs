using CleanApi.Application.Activities;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Activities;

/// <summary>What one save adds to the counts of an organization: one statement, however many events it handles.</summary>
internal sealed class PendingCounts(CleanApiDbContext db, OrganizationId organization)
{
    /// <summary>What is added.</summary>
    public ActivityTally Tally { get; } = new();

    /// <summary>Adds it.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var rows = CountColumns.Of(Tally.Counts);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into activities.member_quarters as counted (organization_id, quarter, user_id, sign_ins, posts, invitations, actions)
            select {organization.Value}, more.* from unnest({rows.Quarters}, {rows.Users}, {rows.SignIns}, {rows.Posts}, {rows.Invitations}, {rows.Actions}) as more
            on conflict (organization_id, quarter, user_id) do update set
              sign_ins = counted.sign_ins + excluded.sign_ins, posts = counted.posts + excluded.posts,
              invitations = counted.invitations + excluded.invitations, actions = counted.actions + excluded.actions
            """,
            cancellationToken);
    }
}
