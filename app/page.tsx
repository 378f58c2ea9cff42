export default function Page() {
  return <main>Proofroom</main>
}
