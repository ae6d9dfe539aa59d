using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanApi.Libs.UnitTests;

/// <summary>Takes the statements that would go to the server, and answers each with the same rows.</summary>
public sealed class StatementRecorder(DataTable answer)
{
    public IList<string> Statements { get; } = [];

    public IInterceptor Commands => new CommandInterceptor(this);

    public IInterceptor Connections { get; } = new ConnectionInterceptor();

    public static DataTable Rows<T>(params T[] values)
    {
        var table = new DataTable { Columns = { { "value", typeof(T) } } };
        foreach (var value in values)
            table.Rows.Add(value);
        return table;
    }

    public static DataTable Rows(params Person[] people)
    {
        var table = new DataTable
        {
            Columns = { { "Id", typeof(int) }, { "Age", typeof(int) }, { "IsDeleted", typeof(bool) }, { "Name", typeof(string) } },
        };
        foreach (var person in people)
            table.Rows.Add(person.Id, person.Age, person.IsDeleted, person.Name);
        return table;
    }

    private InterceptionResult<DbDataReader> Take(DbCommand command)
    {
        Statements.Add(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(answer.CreateDataReader());
    }

    private sealed class CommandInterceptor(StatementRecorder recorder) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => recorder.Take(command);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(recorder.Take(command));
    }

    private sealed class ConnectionInterceptor : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
