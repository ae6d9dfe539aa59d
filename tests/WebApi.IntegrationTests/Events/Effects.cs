using CleanApi.Application.Common.Events;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>Stores that a handler has run.</summary>
internal static class Effects
{
    /// <summary>Adds a row, in the transaction that is open.</summary>
    public static Task AddAsync(CleanApiDbContext db, string handler, EventContext context, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"insert into public.effects (handler, event_id, subject_id, version, ordinal) values ({handler}, {context.Id.Value}, {context.SubjectId}, {context.Version}, {context.Ordinal})",
        cancellationToken);
}
