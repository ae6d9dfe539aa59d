using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Libs.UnitTests;

public sealed class MediatRTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton<Journal>()
        .AddMediatR(options => options.RegisterServicesFromAssemblyContaining<GreetHandler>().AddOpenBehavior(typeof(JournalBehavior<,>)))
        .BuildServiceProvider();

    private IMediator Mediator => services.GetRequiredService<IMediator>();

    private Journal Journal => services.GetRequiredService<Journal>();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task A_request_reaches_its_handler_and_its_response_comes_back()
    {
        var greeting = await Mediator.Send(new Greet("Ada"));

        greeting.Should().Be("Hello Ada");
        Journal.Entries.Should().Equal("before Greet", "after, Hello Ada");
    }

    [Fact]
    public async Task A_request_without_a_response_passes_the_behaviors_with_the_unit()
    {
        await Mediator.Send(new Rename("Ada"));

        Journal.Entries.Should().Equal("before Rename", "rename Ada", "after, ()");
    }

    [Fact]
    public async Task A_notification_reaches_its_handler()
    {
        await Mediator.Publish(new Renamed("Ada"));

        Journal.Entries.Should().Equal("renamed Ada");
    }

    [Fact]
    public async Task A_stream_request_returns_its_items()
    {
        var numbers = await Mediator.CreateStream(new CountTo(3)).ToListAsync();

        numbers.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task There_is_one_unit()
    {
        var unit = await Unit.Task;

        unit.Should().Be(Unit.Value);
        (unit == default).Should().BeTrue();
        (unit != default).Should().BeFalse();
        unit.CompareTo(default).Should().Be(0);
        unit.GetHashCode().Should().Be(0);
        unit.Equals(new object()).Should().BeFalse();
    }
}
