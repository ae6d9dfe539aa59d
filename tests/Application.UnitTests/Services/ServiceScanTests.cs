using CleanApi.Application.Access;
using CleanApi.Application.Common.Services;
using CleanApi.Application.UnitTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application.UnitTests.Services;

public sealed class ServiceScanTests
{
    private interface ICounter;

    [Fact]
    public void A_scoped_service_is_one_instance_by_class_and_by_contract()
    {
        using var provider = Scan().BuildServiceProvider();
        using var scope = provider.CreateScope();
        using var other = provider.CreateScope();
        var counter = scope.ServiceProvider.GetRequiredService<ICounter>();
        counter.Should().BeSameAs(scope.ServiceProvider.GetRequiredService<Counter>());
        counter.Should().NotBeSameAs(other.ServiceProvider.GetRequiredService<ICounter>());
    }

    [Fact]
    public void A_singleton_service_is_one_instance_in_every_scope()
    {
        using var provider = Scan().BuildServiceProvider();
        using var scope = provider.CreateScope();
        scope.ServiceProvider.GetRequiredService<Table>().Should().BeSameAs(provider.GetRequiredService<Table>());
    }

    [Fact]
    public void Only_marked_classes_and_contracts_of_their_own_assembly_are_registered() =>
        Scan().Select(service => service.ServiceType).Should().BeEquivalentTo([typeof(Counter), typeof(ICounter), typeof(Table)]);

    [Fact]
    public void The_application_registers_its_contracts() =>
        TheApplication.Services().Should().ContainSingle(service => service.ServiceType == typeof(IAccountService))
            .Which.Lifetime.Should().Be(ServiceLifetime.Transient);

    private static ServiceCollection Scan()
    {
        var services = new ServiceCollection();
        services.AddServicesOf(typeof(ServiceScanTests).Assembly);
        return services;
    }

    [Service(ServiceLifetime.Scoped)]
    private sealed class Counter : ICounter, IDisposable
    {
        public void Dispose()
        {
        }
    }

    [Service(ServiceLifetime.Singleton)]
    private sealed class Table;

    private sealed class Unmarked : ICounter;
}
