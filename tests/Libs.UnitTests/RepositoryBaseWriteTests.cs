using Ardalis.Specification;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Libs.UnitTests;

/// <summary>What adds, updates or deletes also saves.</summary>
public sealed class RepositoryBaseWriteTests : IDisposable
{
    private readonly PeopleContext context = new(new StatementRecorder(StatementRecorder.Rows(New(1), New(2))));
    private readonly PeopleRepository people;

    public RepositoryBaseWriteTests() => people = new PeopleRepository(context);

    public void Dispose() => context.Dispose();

    [Fact]
    public async Task Adding_one_saves_and_returns_it()
    {
        var person = New(1);

        (await people.AddAsync(person)).Should().BeSameAs(person);

        context.Saved.Should().Be(1);
        context.Entry(person).State.Should().Be(EntityState.Unchanged);
    }

    [Fact]
    public async Task Adding_several_saves_once_and_returns_them()
    {
        Person[] several = [New(1), New(2)];

        (await people.AddRangeAsync(several)).Should().Equal(several);

        context.Saved.Should().Be(1);
        context.ChangeTracker.Entries().Should().HaveCount(2);
    }

    [Fact]
    public async Task Updating_saves_and_returns_the_number_of_changes()
    {
        (await people.UpdateAsync(New(1))).Should().Be(1);
        (await people.UpdateRangeAsync([New(2), New(3)])).Should().Be(2);

        context.Saved.Should().Be(2);
    }

    [Fact]
    public async Task Deleting_saves_and_returns_the_number_of_changes()
    {
        (await people.DeleteAsync(New(1))).Should().Be(1);
        (await people.DeleteRangeAsync([New(2), New(3)])).Should().Be(2);

        context.Saved.Should().Be(2);
        context.ChangeTracker.Entries().Should().BeEmpty();
    }

    [Fact]
    public async Task A_person_tracked_is_found_by_id_without_a_statement()
    {
        var person = await people.AddAsync(New(7));

        (await people.GetByIdAsync(7)).Should().BeSameAs(person);
    }

    [Fact]
    public async Task Saving_alone_returns_the_number_of_changes()
    {
        context.People.Add(New(1));

        (await people.SaveChangesAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Those_specified_are_deleted()
    {
        (await people.DeleteRangeAsync(new PeopleSpecification(query => query.Where(person => person.Id > 0)))).Should().Be(2);

        context.Saved.Should().Be(1);
    }

    private static Person New(int id) => new() { Id = id, Name = $"Person {id}" };
}
