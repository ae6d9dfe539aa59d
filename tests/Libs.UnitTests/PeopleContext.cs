using Microsoft.EntityFrameworkCore;

namespace CleanApi.Libs.UnitTests;

/// <summary>A context of PostgreSQL without a server: statements go to the recorder, and saving counts the changes instead.</summary>
public sealed class PeopleContext(StatementRecorder recorder) : DbContext
{
    public DbSet<Person> People => Set<Person>();

    public int Saved { get; private set; }

    public override Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        var changes = ChangeTracker.Entries().Count(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached));
        ChangeTracker.AcceptAllChanges();
        Saved++;
        return Task.FromResult(changes);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseNpgsql("Host=nowhere.invalid").AddInterceptors(recorder.Commands, recorder.Connections);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Person>().HasQueryFilter(person => !person.IsDeleted);
}
