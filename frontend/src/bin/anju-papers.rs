//! Starts the room `papers` in its document: the papers of a case.

use anju_frontend::{rooms::papers, route::Room, run};

fn main() {
    run(Room::Papers, papers::page);
}
