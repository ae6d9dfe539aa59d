using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Rights;

/// <summary>Every kind of caller sends every operation of the served document.</summary>
internal sealed class PermissionMatrix
{
    private const string Head =
        """
        # Who may do what

        What each kind of caller is answered by each operation, as the tests saw it; `./renew.sh` writes this page. The request is the example of the
        [OpenAPI document](openapi/v1.json), and what its path names is of the caller's organization (keys, sessions, passkeys and linked identities: the caller's own). 401: a
        credential is needed. 403: the caller may not, with the reason. Anything else is not for want of rights: 404, 409 and 422 are about the example.

        - **second factor missing**: an administrator whose organization requires a second factor, which they have not set up.
        - **old proof**: an administrator who proved who they are more than ten minutes ago ([0047](adr/0047-step-up-by-a-recent-proof.md)).
        - **test key**, **key**: of an administrator, with every scope. **one scope**: live keys of an administrator, each with one.


        """;

    private PermissionMatrix(IReadOnlyList<MatrixRow> rows) => Rows = rows;

    /// <summary>The rows, in the order of the document.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; }

    /// <summary>The page that shows it.</summary>
    public string Page =>
        Head.ReplaceLineEndings("\n")
        + $"| operation | {string.Join(" | ", CallerKind.Columns.Select(kind => kind.Name))} | one scope |\n"
        + $"|{string.Concat(Enumerable.Repeat(" --- |", CallerKind.Columns.Count + 2))}\n"
        + string.Concat(Rows.Select(row => row.Text + "\n"));

    /// <summary>Sends all requests.</summary>
    public static async Task<PermissionMatrix> ReadAsync(MatrixApi api)
    {
        List<MatrixRow> rows = [];
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Every)
        {
            rows.Add(await ReadAsync(api, operation, isSelf: false));
            if (operation.PathIds.SequenceEqual(["usr"]))
            {
                rows.Add(await ReadAsync(api, operation, isSelf: true));
            }
        }

        return new PermissionMatrix(rows);
    }

    private static async Task<MatrixRow> ReadAsync(MatrixApi api, Operation operation, bool isSelf)
    {
        Dictionary<CallerKind, Answer> answers = [];
        foreach (var kind in CallerKind.Columns.Concat(CallerKind.SingleScopes))
        {
            answers[kind] = await api.SendAsync(kind, operation, isSelf);
        }

        return new MatrixRow(operation, isSelf, answers);
    }
}
