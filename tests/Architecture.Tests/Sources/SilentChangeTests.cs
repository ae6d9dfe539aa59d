using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>Aggregates are changed by their methods, which raise events; a statement that changes them past those says why nobody has to hear of it.</summary>
public sealed class SilentChangeTests
{
    [Fact]
    [Trait("Requirement", "R257")]
    public void No_statement_changes_an_aggregate_without_saying_why_it_is_no_event() =>
        Repository.Sources("src").AsParallel().SelectMany(file => SilentChangeRule.Broken(file).Select(file.Place)).Should().BeEmpty();

    [Theory]
    [InlineData("await db.Set<User>().Where(user => user.Name == name).ExecuteDeleteAsync();")]
    [InlineData("await db.Set<User>().ExecuteUpdateAsync(update => update.SetProperty(user => user.Name, name));")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"update users.users set name = {name}\");")]
    [InlineData("Run(\"\"\"\n    with gone as (select 1)\n    delete from users.users\n    \"\"\");")]
    public void A_change_past_an_aggregate_is_found(string code) => Broken(code).Should().NotBeEmpty();

    [Theory]
    [InlineData("await db.Set<Membership>().ExecuteDeleteAsync();")]
    [InlineData("// No event: nobody cares.\nawait db.Set<User>().ExecuteDeleteAsync();")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"select 1 from users.users where name = {name} for no key update\");")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"delete from access.memberships where name = {name}\");")]
    public void Others_are_not(string code) => Broken(code).Should().BeEmpty();

    private static IEnumerable<object> Broken(string code) => SilentChangeRule.Broken(SourceFile.Sample(
        $$"""
        using CleanApi.Domain.Access;
        using CleanApi.Domain.Users;
        using CleanApi.Infrastructure.Persistence;
        using Microsoft.EntityFrameworkCore;
        using System.Linq;
        using System.Threading.Tasks;
        class Sample { async Task Run(CleanApiDbContext db, string name) {
        {{code}}
        } }
        """));
}
