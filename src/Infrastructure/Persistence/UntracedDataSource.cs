using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Connections for the start, which emit no traces.</summary>
internal static class UntracedDataSource
{
    /// <summary>Creates a data source.</summary>
    /// <remarks>DDL takes no parameters: the password of the application's role is in a statement's text, which must not become part of a trace.</remarks>
    public static NpgsqlDataSource Create(string connectionString) => new NpgsqlDataSourceBuilder(connectionString)
        .ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => false).ConfigureBatchFilter(_ => false).EnablePhysicalOpenTracing(enable: false))
        .Build();
}
